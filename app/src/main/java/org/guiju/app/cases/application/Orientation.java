package org.guiju.app.cases.application;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// 拍摄方向: how the camera was held (Exif tag 0x0112), the one thing of a photograph's notes that has to be drawn into its copy.
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private Orientation() {}

    /// 1 to 8; 1 where nothing is said.
    static int of(byte[] jpeg) {
        try {
            var in = ByteBuffer.wrap(jpeg);
            if ((in.getShort() & 0xFFFF) != 0xFFD8) {
                return UPRIGHT;
            }
            while (in.remaining() > 4) {
                int marker = in.getShort() & 0xFFFF;
                if (marker == START_OF_SCAN || marker < 0xFF00) {
                    return UPRIGHT;
                }
                int length = (in.getShort() & 0xFFFF) - 2;
                if (marker == APP1 && length > 14 && in.getInt(in.position()) == 0x45786966) {
                    return exif(in.slice(in.position() + 6, length - 6));
                }
                in.position(in.position() + length);
            }
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException _) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static int exif(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + i * ENTRY;
            if ((tiff.getShort(at) & 0xFFFF) == TAG) {
                int said = tiff.getShort(at + 8) & 0xFFFF;
                return said >= 1 && said <= 8 ? said : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
