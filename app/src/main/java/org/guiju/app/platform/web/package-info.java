/// The frame around every page and every answer: layout, navigation, errors, health, command line.
@NullMarked
package org.guiju.app.platform.web;

import org.jspecify.annotations.NullMarked;
