package org.guiju.app.lists.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.guiju.app.lists.Lists;
import org.guiju.app.lists.Lists.Head;
import org.guiju.app.lists.application.ListShelf;
import org.guiju.app.platform.web.SiteProperties;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// 清单变化订阅 (RFC 4287): an entry for each version, with what changed in words; of the county and of each unit. The ids never change.
@Controller
class ListFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int LATEST = 50;
    private static final int SAID = 20;

    private final Lists lists;
    private final ListShelf shelf;
    private final MessageSource messages;
    private final SiteProperties site;
    private final String address;

    ListFeed(
            Lists lists,
            ListShelf shelf,
            MessageSource messages,
            SiteProperties site,
            @Value("${guiju.documents.address}") String address) {
        this.lists = lists;
        this.shelf = shelf;
        this.messages = messages;
        this.site = site;
        this.address = address;
    }

    @GetMapping("/lists/changes.atom")
    void county(Locale locale, HttpServletResponse response) throws IOException {
        write("/lists/changes.atom", "/lists", site.name(), lists.all(), locale, response);
    }

    @GetMapping("/lists/{organ}/changes.atom")
    void unit(@PathVariable String organ, Locale locale, HttpServletResponse response)
            throws IOException {
        var of = lists.all().stream().filter(h -> h.organ().value().equals(organ)).toList();
        if (of.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        write(
                "/lists/" + organ + "/changes.atom",
                "/lists?organ=" + organ,
                shelf.organ(new OrganId(organ)),
                of,
                locale,
                response);
    }

    private void write(
            String self,
            String page,
            Text name,
            List<Head> heads,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("application/atom+xml;charset=UTF-8");
        try {
            var xml =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(response.getOutputStream(), "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement(ATOM, "feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", locale.getLanguage().equals("en") ? "en" : "zh-CN");
            element(xml, "id", id("feed " + self));
            element(
                    xml,
                    "title",
                    messages.getMessage("lists.feed", new Object[] {say(name, locale)}, locale));
            element(
                    xml,
                    "updated",
                    heads.stream()
                            .map(Head::publishedAt)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH)
                            .toString());
            xml.writeStartElement(ATOM, "author");
            element(xml, "name", say(site.host(), locale));
            xml.writeEndElement();
            link(xml, "self", self, "application/atom+xml");
            link(xml, "alternate", page, "text/html");
            for (var head : heads.stream().limit(LATEST).toList()) {
                entry(xml, head, locale);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void entry(XMLStreamWriter xml, Head head, Locale locale) throws XMLStreamException {
        var kind = lists.kind(head.kind()).orElseThrow();
        var path = "/lists/" + head.organ() + "/" + head.kind();
        var before = shelf.before(head);
        xml.writeStartElement(ATOM, "entry");
        element(xml, "id", id("version " + path + "/" + head.number()));
        element(
                xml,
                "title",
                messages.getMessage(
                        "lists.feed.entry",
                        new Object[] {
                            say(shelf.organ(head.organ()), locale),
                            say(kind.name(), locale),
                            head.number()
                        },
                        locale));
        element(xml, "updated", head.publishedAt().toString());
        element(xml, "published", head.publishedAt().toString());
        link(
                xml,
                "alternate",
                before.map(b -> path + "/versions/" + b.number() + "..." + head.number())
                        .orElse(path + "/versions/" + head.number()),
                "text/html");
        element(xml, "summary", summary(head, kind, locale));
        xml.writeEndElement();
    }

    private String summary(Head head, ListKind kind, Locale locale) {
        var first =
                messages.getMessage(
                        "lists.feed.first",
                        new Object[] {head.rows(), head.effective().toString()},
                        locale);
        return shelf.before(head)
                .map(b -> {
                    var lines = shelf.differences(kind, shelf.rows(b), shelf.rows(head), false);
                    var said = new StringBuilder(first);
                    lines.stream()
                            .limit(SAID)
                            .forEach(l -> said.append('\n').append(sentence(l, locale)));
                    return said.append(lines.size() > SAID ? "\n…" : "").toString();
                })
                .orElse(first);
    }

    private String sentence(ListShelf.Line line, Locale locale) {
        var column = line.column();
        return messages.getMessage(
                "lists.say." + line.what(),
                new Object[] {
                    line.title(),
                    column == null ? "" : say(column, locale),
                    line.before(),
                    line.after()
                },
                locale);
    }

    private void link(XMLStreamWriter xml, String rel, String path, String type)
            throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address + path);
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /// A name of its own for each thing, the same on every day and under every address.
    private static String id(String of) {
        return "urn:uuid:"
                + UUID.nameUUIDFromBytes(("guiju lists " + of).getBytes(StandardCharsets.UTF_8));
    }

    private static String say(Text text, Locale locale) {
        var en = text.en();
        return locale.getLanguage().equals("en") && en != null ? en : text.zh();
    }
}
