package org.guiju.app.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Situation;

/// 示例申请表: fills any form by the types of its fields, so that the demo names no field of a power but the applicant's.
public final class DemoForms {
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private DemoForms() {}

    /// @param number tells one applicant from another, 0 to 899
    public static Map<String, String> fill(
            Situation situation, String company, String person, int number) {
        var answers = new LinkedHashMap<String, String>();
        for (var field : situation.fields()) {
            answers.put(field.id(), answer(field, company, person, number));
        }
        return answers;
    }

    private static String answer(Field field, String company, String person, int number) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> text(field, company, number);
            case PERSON_NAME -> person;
            case NUMBER, MONEY -> Long.toString(figure(field, number));
            case DECIMAL -> figure(field, number) + ".5";
            case DATE -> "2026-01-15";
            case PHONE -> "0570-555%04d".formatted(number);
            case ID_NUMBER -> idNumber(number);
            case CREDIT_CODE -> creditCode(number);
            case CHOICE -> field.choices().getFirst().id();
            case CONFIRM -> "yes";
        };
    }

    private static String text(Field field, String company, int number) {
        if (field.id().endsWith("name")) {
            return company;
        }
        if (field.id().contains("address")) {
            return "青岚县文昌街道春山路 %d 号".formatted(10 + number);
        }
        return "示例" + (1000 + number);
    }

    /// Somewhat above the least allowed and never above the most.
    private static long figure(Field field, int number) {
        long least = field.min() == null ? 100 : field.min();
        long wanted = Math.max(least + 20 + number, least * 2);
        return field.max() == null ? wanted : Math.min(wanted, field.max());
    }

    /// A synthetic number that passes the check digit; region and birthday of nobody.
    static String idNumber(int number) {
        var body = "330899%d0115%03d".formatted(1970 + number % 30, 100 + number);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /// A synthetic unified social credit code that passes the check character.
    static String creditCode(int number) {
        var body = "91330899MA%07d".formatted(2_600_000 + number);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += CODE_ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + CODE_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /// A one-page document that says that it is a sample.
    static byte[] samplePdf(String title) {
        var stream = "BT /F1 24 Tf 72 720 Td (DEMO " + title + ") Tj ET";
        var objects =
                new String[] {
                    "<< /Type /Catalog /Pages 2 0 R >>",
                    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                    "<< /Length " + stream.length() + " >>\nstream\n" + stream + "\nendstream",
                    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
                };
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new int[objects.length];
        for (int i = 0; i < objects.length; i++) {
            offsets[i] = pdf.length();
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
        for (int offset : offsets) {
            pdf.append("%010d 00000 n \n".formatted(offset));
        }
        pdf.append("trailer << /Size ")
                .append(objects.length + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
