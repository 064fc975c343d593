package org.guiju.app.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.TableWriter;

/// 下载: a list on its way out, as the file that was asked for.
public final class Download {
    private Download() {}

    public static void csv(HttpServletResponse response, String name, Export export)
            throws IOException {
        head(response, "text/csv;charset=UTF-8", name + ".csv");
        TableWriter.csv(response.getOutputStream(), export);
    }

    public static void xlsx(HttpServletResponse response, String name, Export export)
            throws IOException {
        head(
                response,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                name + ".xlsx");
        TableWriter.xlsx(response.getOutputStream(), export);
    }

    public static void head(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }
}
