package org.guiju.kernel.cases;

/// 免于提交: a result that this office issued and that still stands, taken in by reference instead of being asked for.
///
/// @param material the material that it stands for
/// @param number of the document
/// @param from number of the case that it came from
/// @param organ that issued it
public record IssuedResult(String material, String number, String from, String organ) {}
