package org.guiju.app.discretion.application;

import java.util.Map;
import org.guiju.kernel.discretion.Course;
import org.guiju.kernel.discretion.Course.Step;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// 制定程序的岗位 (X7): which role does which step, from the configuration; the steps themselves stay apart.
@Component
class DiscretionCourse {
    private final Course course;

    DiscretionCourse(
            @Value("${guiju.discretion.draft:discretion-drafter}") String draft,
            @Value("${guiju.discretion.review:legal-officer}") String review,
            @Value("${guiju.discretion.submit:supervision-office}") String submit,
            @Value("${guiju.discretion.approve:head-of-organ}") String approve) {
        course =
                new Course(
                        Map.of(
                                Step.DRAFT,
                                draft,
                                Step.REVIEW,
                                review,
                                Step.SUBMIT,
                                submit,
                                Step.APPROVE,
                                approve));
    }

    Course course() {
        return course;
    }
}
