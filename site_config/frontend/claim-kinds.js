/** Entry: loaded on demand, where a page has a question that is answered as a claim. */
import { claimKinds } from "./quiz/kinds/claim_kinds.js";

Object.assign(globalThis, { rightcodeClaimKinds: claimKinds });
