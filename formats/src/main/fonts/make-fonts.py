"""Makes the fonts of org/guiju/formats/documents/fonts from the published ones. Run by hand when one of them changes.

    pip install fonttools
    python3 make-fonts.py FANDOL_DIR NOTO_DIR OUT_DIR

FANDOL_DIR holds FandolFang-Regular.otf (Debian: texlive-lang-chinese), NOTO_DIR holds NotoSerifSC_400Regular.ttf,
NotoSerifSC_700Bold.ttf (npm: @expo-google-fonts/noto-serif-sc 0.4.3) and NotoSansSC_500Medium.ttf
(npm: @expo-google-fonts/noto-sans-sc 0.4.3). What is changed: outlines of FandolFang from cubic to quadratic curves (PDFBox
embeds TrueType only), letters left out, layout tables and hints dropped, and characters that share a glyph with another one
taken out of the map, so that text copied from a paper is the text that was written: 文 and not the radical ⽂.
"""

import sys
from collections import defaultdict
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FANDOL, NOTO, OUT = (Path(p) for p in sys.argv[1:4])
TOLERANCE = 1.6  # of 1000 units an em


def keep(font, characters):
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "STAT", "DSIG", "gasp", "kern"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def truetype(font):
    glyphs, order, quadratic = font.getGlyphSet(), font.getGlyphOrder(), {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        quadratic[name] = pen.glyph()
    font["loca"] = newTable("loca")
    table = font["glyf"] = newTable("glyf")
    table.glyphOrder, table.glyphs = order, quadratic
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    table.compile(font)
    for name in order:
        table[name].recalcBounds(table)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(table[name], "xMin", 0))
    most = font["maxp"]
    most.tableVersion, most.maxZones = 0x00010000, 1
    for field in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements", "SizeOfInstructions",
                  "ComponentElements"):
        setattr(most, "max" + field, 0)
    most.compile(font)
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\000\001\000\000"
    return font


def double(c):
    """Radicals, private and compatibility characters, and marks drawn like another one."""
    return (c < 0x20 or 0x2E80 <= c <= 0x2FDF or 0x2FF0 <= c <= 0x2FFF or 0xE000 <= c <= 0xFAFF or 0xFE10 <= c <= 0xFE19
            or 0x2F800 <= c <= 0x2FA1F
            or c in (0x7F, 0xAD, 0x2011, 0x2012, 0x2022, 0x2027, 0x2035, 0x22EF, 0x301C, 0x30FB))


def save(font, name):
    for table in font["cmap"].tables:
        for c in [c for c in table.cmap if double(c)]:
            del table.cmap[c]
    shared = defaultdict(list)
    for c, glyph in font.getBestCmap().items():
        shared[glyph].append(c)
    left = [v for v in shared.values() if len(v) > 1 and v != [0x20, 0xA0]]
    assert not left, f"{name}: {left}"
    font.save(OUT / name)
    print(name, len(font.getBestCmap()), "characters")


def gb2312(rows):
    found = set()
    for row in range(0xA1, rows):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return found


MARKS = set().union(range(0x20, 0x7F), range(0xA0, 0x180), range(0x2010, 0x2050), range(0x20A0, 0x20C0), range(0x2100, 0x2150),
                    range(0x2460, 0x2500), range(0x25A0, 0x2610), range(0x2713, 0x2719), range(0x3000, 0x3040),
                    range(0xFF00, 0xFFF0), range(0x370, 0x400), range(0x400, 0x460))

fang = TTFont(FANDOL / "FandolFang-Regular.otf")
common = set(fang.getBestCmap())
save(truetype(keep(fang, common)), "FandolFang.ttf")
save(keep(TTFont(NOTO / "NotoSerifSC_700Bold.ttf"), common | MARKS | gb2312(0xF8)), "NotoSerifSC-Bold.ttf")
save(keep(TTFont(NOTO / "NotoSansSC_500Medium.ttf"), MARKS | gb2312(0xD8)), "NotoSansSC-Medium.ttf")
save(keep(TTFont(NOTO / "NotoSerifSC_400Regular.ttf"), set(range(0x20, 0x7F)) | {0x2013, 0x2014}), "NotoSerifSC-Figures.ttf")
