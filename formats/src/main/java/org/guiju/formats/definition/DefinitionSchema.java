package org.guiju.formats.definition;

/// 制度文本格式: the JSON Schema (2020-12) of the text, for editors and for other people's tools. It describes the form;
/// whether a text is lawful only the reader and its check can say.
public final class DefinitionSchema {
    private DefinitionSchema() {}

    /// The schema as JSON text.
    public static String json() {
        return ShippedDefinitions.resource("definition-v1.schema.json");
    }
}
