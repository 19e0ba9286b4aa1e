/** The kinds that are answered as a claim: loaded later than those of `index.js`. */
import { claimForm } from "./claim_form/claim_form.js";
import { fillClaim } from "./fill_claim/fill_claim.js";

export const claimKinds = { "claim": fillClaim, "claim-form": claimForm };
