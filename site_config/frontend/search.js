/** Entry: the site's search. assets/theme.js loads it when the box is used, behind its index. */
import { startSearch } from "./search/panel.js";

startSearch();
