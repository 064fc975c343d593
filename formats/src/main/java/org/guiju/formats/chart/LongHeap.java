package org.guiju.formats.chart;

import java.util.Arrays;

/// 小顶堆: the cheapest first, without an object for every state that is looked at.
final class LongHeap {
    private long[] items = new long[256];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /// @param priority not negative
    /// @param state not negative
    void add(int priority, int state) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        var item = (long) priority << 32 | state;
        var at = size++;
        while (at > 0 && items[(at - 1) / 2] > item) {
            items[at] = items[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        items[at] = item;
    }

    /// Priority in the upper half, state in the lower; among equals the lowest state, so that the order is fixed.
    long remove() {
        var top = items[0];
        var last = items[--size];
        var at = 0;
        for (var child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && items[child + 1] < items[child]) {
                child++;
            }
            if (items[child] >= last) {
                break;
            }
            items[at] = items[child];
            at = child;
        }
        items[at] = last;
        return top;
    }
}
