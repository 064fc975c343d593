package org.guiju.formats.agenda;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/// iCalendar (RFC 5545). What has an hour stands at it in Asia/Shanghai, with the zone written out; what has only a day is a day, which has no
/// zone. The writing and escaping are the library's.
public final class ICalendar {
    public static final String MEDIA_TYPE = "text/calendar; charset=utf-8";

    /// Octets of a line without its end.
    private static final int LONGEST_LINE = 75;

    private static final String LINE_END = "\r\n";
    private static final String FOLD = "\r\n ";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    /// Since this day China has had one offset and no summer time.
    private static final String ONE_OFFSET_SINCE = "19910915T010000";

    private ICalendar() {}

    /// 日程.
    ///
    /// @param id the same for the same thing in each file
    /// @param hour when it begins; null for a whole day
    /// @param lasts how long it blocks its hour; a whole day is a whole day
    /// @param place "" where none is to be told
    /// @param address where to read more, as a URI
    /// @param category word for its kind
    public record Entry(
            String id,
            LocalDate day,
            @Nullable LocalTime hour,
            Duration lasts,
            String summary,
            String place,
            URI address,
            String category) {}

    /// @param name what the reader's program calls the calendar
    /// @param asOf of which moment the file speaks; the same moment and entries give the same bytes
    public static String write(String name, Instant asOf, List<Entry> entries) {
        var components = new ArrayList<CalendarComponent>();
        components.add(zone());
        entries.forEach(e -> components.add(event(e, asOf)));
        var calendar =
                new Calendar(
                        new PropertyList(
                                List.of(
                                        ImmutableVersion.VERSION_2_0,
                                        new ProdId("-//Guiju//agenda//ZH"),
                                        ImmutableCalScale.GREGORIAN,
                                        new XProperty("X-WR-CALNAME", plain(name)))),
                        new ComponentList<>(components));
        var text = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(text.toString());
    }

    /// The library folds after 75 characters, which a line of Chinese makes 225 octets of; the standard counts octets (3.1). Folded between
    /// characters, never within one.
    private static String folded(String text) {
        var lines = new StringBuilder();
        for (var line : text.replace(FOLD, "").split(LINE_END)) {
            int octets = 0;
            for (int c : line.codePoints().toArray()) {
                int its = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
                if (octets + its > LONGEST_LINE) {
                    lines.append(FOLD);
                    octets = 1;
                }
                lines.appendCodePoint(c);
                octets += its;
            }
            lines.append(LINE_END);
        }
        return lines.toString();
    }

    private static VTimeZone zone() {
        var standard =
                new Standard(
                        new PropertyList(
                                List.of(
                                        new DtStart<>(ONE_OFFSET_SINCE),
                                        new TzOffsetFrom(OFFSET),
                                        new TzOffsetTo(OFFSET),
                                        new TzName("CST"))));
        return new VTimeZone(
                new PropertyList(List.of(new TzId(ZONE.getId()))),
                new ComponentList<Observance>(List.of(standard)));
    }

    private static VEvent event(Entry e, Instant asOf) {
        var properties = new ArrayList<Property>();
        properties.add(new Uid(plain(e.id())));
        properties.add(new DtStamp(asOf));
        if (e.hour() == null) {
            properties.add(new DtStart<>(e.day()));
            properties.add(new DtEnd<>(e.day().plusDays(1)));
        } else {
            var begins = e.day().atTime(e.hour()).atZone(ZONE);
            properties.add(new DtStart<>(begins));
            properties.add(new DtEnd<>(begins.plus(e.lasts())));
        }
        properties.add(new Summary(plain(e.summary())));
        if (!e.place().isEmpty()) {
            properties.add(new Location(plain(e.place())));
        }
        properties.add(new Url(e.address()));
        properties.add(new Categories(plain(e.category())));
        return new VEvent(new PropertyList(properties));
    }

    /// Without what no line can hold: control characters but the line break (3.3.11).
    private static String plain(String text) {
        return text.codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
