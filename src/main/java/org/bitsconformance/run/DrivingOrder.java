package org.bitsconformance.run;

import java.util.Comparator;
import java.util.List;
import org.bitsconformance.scenario.Scenarios;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Scenarios in the order of their list, and the verdicts of the requirements last. */
public final class DrivingOrder implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        List<Class<?>> order = Scenarios.all().stream()
                .<Class<?>>map(Scenarios.Described::type)
                .distinct()
                .toList();
        context.getClassDescriptors().sort(Comparator.comparingInt(descriptor -> place(order, descriptor)));
    }

    private static int place(List<Class<?>> order, ClassDescriptor descriptor) {
        int index = order.indexOf(descriptor.getTestClass());
        return index < 0 ? order.size() : index;
    }
}
