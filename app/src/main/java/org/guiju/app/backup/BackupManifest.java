package org.guiju.app.backup;

import java.time.Instant;
import java.util.List;

/// 备份清单: what a backup holds. It stands last in the file, so a file that was cut has none.
///
/// @param format which reading this is; another one is refused
/// @param made the moment before the snapshot, by the machine's clock
/// @param migrations 库结构版本: what had been done to the schema, in the order it was done
/// @param tables in the order in which they are filled: nothing points at what is not there yet
/// @param sequences and where each stands
/// @param files of the data directory that are in the backup
/// @param missing attachments whose file was not there although their key is
/// @param keys 密钥文件: every key that the installation held, whether or not it is in the backup
/// @param keysIncluded whether the keys are in it
public record BackupManifest(
        String format,
        Instant made,
        List<Migration> migrations,
        List<Table> tables,
        List<Counter> sequences,
        List<Held> files,
        List<String> missing,
        List<Held> keys,
        boolean keysIncluded) {

    public static final String FORMAT = "guiju-backup-1";

    public BackupManifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        files = List.copyOf(files);
        missing = List.copyOf(missing);
        keys = List.copyOf(keys);
    }

    /// @param script its file's name, @param checksum Flyway's
    public record Migration(String version, String script, int checksum) {}

    /// @param name with its schema, @param sha256 of the rows as COPY writes them, in hex
    public record Table(String name, List<String> columns, String entry, long rows, String sha256) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /// @param called whether the value was given out already
    public record Counter(String name, long value, boolean called) {}

    /// @param path below the data directory, with `/`; also its name in the backup, @param sha256 in hex
    public record Held(String path, long size, String sha256) {}

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
