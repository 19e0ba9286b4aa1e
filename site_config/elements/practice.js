/** Entry: the one script of the ways to practise that need no schedule of reviews. */
import { offerWays } from "./practice/element.js";
import { check } from "./practice/ways/check.js";
import { data } from "./practice/ways/data.js";
import { exam } from "./practice/ways/exam.js";
import { mixed } from "./practice/ways/mixed.js";

offerWays({ check, data, exam, mixed });
