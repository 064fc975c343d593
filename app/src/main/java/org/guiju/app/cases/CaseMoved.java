package org.guiju.app.cases;

import java.util.UUID;

/// 案件有变: events were appended to a case; published in the act's own transaction, so that what follows commits with it or
/// not at all.
public record CaseMoved(UUID caseId) {}
