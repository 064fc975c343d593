package org.guiju.app.platform.web;

/// 栏目可见: whether an entry of the desk's navigation leads this reader to a page and not to a refusal. The page decides for
/// itself; this only keeps a dead end out of sight.
public interface EntryGate {
    /// True for every address that is not this gate's.
    boolean shows(String href);
}
