package org.guiju.app.ledger;

/// 见证方: who sees every checkpoint of the county's logs and signs that he saw it.
///
/// @param url of its add-checkpoint service, without that word
/// @param key its verifier key
public record Witness(String url, String key) {}
