package org.guiju.formats.definition;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A record with one component changed.
final class With {
    private With() {}

    @SuppressWarnings("unchecked")
    static <R extends Record> R with(R record, String name, @Nullable Object value) {
        var components = record.getClass().getRecordComponents();
        try {
            var values = new @Nullable Object[components.length];
            boolean found = false;
            for (int i = 0; i < components.length; i++) {
                boolean here = components[i].getName().equals(name);
                found |= here;
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                values[i] = here ? value : accessor.invoke(record);
            }
            if (!found) {
                throw new IllegalArgumentException(name);
            }
            var constructor =
                    record.getClass()
                            .getDeclaredConstructor(
                                    Arrays.stream(components)
                                            .map(c -> c.getType())
                                            .toArray(Class[]::new));
            constructor.setAccessible(true);
            return (R) constructor.newInstance(values);
        } catch (NoSuchMethodException
                | IllegalAccessException
                | InstantiationException
                | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
