/** Entry: a page with a long list that is narrowed down. */
import { defineElements } from "./shared/custom_element.js";
import { ListFilter } from "./tools/list_filter.js";
import { Timeline } from "./tools/timeline.js";

defineElements({ "rc-filter": ListFilter, "rc-timeline": Timeline });
