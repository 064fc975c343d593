package org.guiju.app.canary.web;

import org.guiju.app.cases.store.CaseProjection;

/// A page that reaches past the application into the store.
class PageThatReadsATable {
    String tables(CaseProjection projection) {
        return projection.tables().toString();
    }
}
