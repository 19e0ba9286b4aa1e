/** Loaded on demand: lists that are typed into. */
import { enhanceLists } from "./shared/type_ahead.js";

Object.assign(globalThis, { rightcodeTypedLists: enhanceLists });
