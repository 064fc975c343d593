package org.guiju.kernel.cases;

/// 材料附件: one file handed in for one listed material.
///
/// @param material id of the material in the definition
/// @param attachment id of the stored file
/// @param commitment salted digest that binds the file's content without revealing it
/// @param name file name as handed in; personal
/// @param size bytes
public record Filing(
        String material, String attachment, String commitment, String name, long size) {}
