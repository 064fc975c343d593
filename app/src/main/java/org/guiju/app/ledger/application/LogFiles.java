package org.guiju.app.ledger.application;

import java.util.List;
import java.util.Optional;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.tree.Tile;
import org.guiju.kernel.ledger.tree.TileBatch;
import org.guiju.kernel.ledger.tree.TileSource;

/// 日志文件: the public files of one log, as any web server could hand them out.
public interface LogFiles extends TileSource {

    /// Writes the files of a batch, durably, in their order.
    void write(TileBatch batch);

    /// 部分瓦片: every partial file there is, of whatever size the log once had.
    List<Tile> partials();

    /// Removes a partial file. What is gone already is no fault.
    void remove(Tile partial);

    /// The checkpoint as it is published.
    Optional<SignedNote> published();

    void publish(SignedNote checkpoint);
}
