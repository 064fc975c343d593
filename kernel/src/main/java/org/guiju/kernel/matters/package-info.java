/// 三重一大与内部事项: the organ's own money, people, projects and major decisions, each by the route that its own scope commands.
@NullMarked
package org.guiju.kernel.matters;

import org.jspecify.annotations.NullMarked;
