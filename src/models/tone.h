// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace models {

/// What a state means to people. Models name a tone; which colour that is, the palette decides.
enum class Tone { Neutral, Accent, Success, Warning, Danger };

}
