/** Entry: loaded by the practice exam for the choice of a new one, and for its result by area. */
import { areaTable } from "./exam/area_table.js";
import { ScopeForm } from "./exam/scope_form.js";

Object.assign(globalThis, { rightcodeExamScope: { ScopeForm, areaTable } });
