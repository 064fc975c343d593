package org.guiju.app.platform.web;

import org.springframework.context.annotation.Import;

/// The controllers of these tests, for the tests of other rooms too. None of them is found by scanning: a test of the whole
/// application must not meet them.
@Import({SamplePages.class, FailingPages.class, FailingPages.HalfPage.class, LongPages.class})
public class SampleControllers {}
