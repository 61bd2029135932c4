// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace look {

/// Says what the widgets that are our own are, to assistive tools: Qt takes each of them for a filler.
///
/// Once in a program, after its QApplication was made.
void installAccessibleRoles();

}
