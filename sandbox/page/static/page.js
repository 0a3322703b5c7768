// The page's script: everything is drawn by the server; this sends what people do and shows what changes.

import { watchClock } from "./clock.js";
import { watchComposers } from "./composer.js";
import { watchElements } from "./elements.js";
import { watchForms } from "./forms.js";
import { watchGuide } from "./guide.js";
import { watchChanges } from "./live.js";
import { watchMessages } from "./messages.js";

watchGuide();
watchClock();
watchElements();
watchMessages();
watchComposers();
watchForms();
watchChanges();
