/** The words between a code and a service that keep one from being said of the other. */
import { regex } from "../regex.js";

/** The two stand side by side, or one comes before the other. */
const BESIDE = regex()`
  \b(?:before|after|prior to|following|followed|precedes?|preceding|alongside|along with|together|
  combin(?:ed|ing|ation)|in addition|addition to|additional|plus|besides?|next to|apart|
  side by side|
  separate(?:ly)?|separated|at the same time|same (?:day|visit|date|time|session|claim)|
  during|between|as well as|in conjunction|beyond|outside|move on|moves on|moved on|
  progress\w* (?:to|into|from)|transition\w*|also needs?|also gets?|also received?|another|
  later|next|then the|and then|adjunct\w*|complement\w*|supplement\w*|ready|readies|prepar\w+|
  precursor|warm\w*|paired?|pairs|column|edits?|bundl\w+|conflict\w*|shares?)\b
`;
/** They are compared or taken for one another. */
const COMPARED = regex()`
  \b(?:than|unlike|versus|vs|compared?|comparing|except|excluding|without|instead|rather|against|
  distinct|different\w*|differ\w*|distinguish\w*|confus\w+|similar|resembl\w+|like a|tolerat\w+|
  improv\w*|left out|leaves? out|omits?|helps?|helping|enhanc\w*|restor\w*|go(?:es)? on|article|
  course|lesson|
  interchangeabl\w+|same as|just like|as with|replac\w+|supersed\w+|mistaken|mistake|swap\w*|
  or both|
  more (?:often|likely)|less (?:often|likely)|easier|cheaper|denied|competes?|related to)\b
`;
/** Another thought begins. */
const AWAY = regex()`
  \b(?:because|since|so that|unless|until|even though|in case|(?:more |further )?
  (?:information|details|guidance|questions|help)|who (?:\w+ )?(?:needs?|require|wants?|also|
  later|
  cannot|can't|reads?)|may need|might need|do not|does not|such as when you)\b
`;
/** Whatever keeps a service apart from the code beside it. */
export const SEPARATED = regex()`
  ${BESIDE}|${COMPARED}|${AWAY}
`;
export const FORWARD_BLOCK = regex()`
  ${BESIDE}|${COMPARED}|${AWAY}|^,? ?(?:and|or|&|\+|/)(?: the| a| an| any| some)?(?: \w+)?$|
  \band the?$|\bM\b|\bafter$|^\)(?:,| (?:and|or|with|for|to|on)\b)
`;
export const BACKWARD_BLOCK = regex()`
  ${BESIDE}|${COMPARED}|${AWAY}|^,? ?(?:and|or|&|\+|/)(?: the| a| an| any| some)?(?: \w+)?$|
  ^ and (?!\w+ (?:was|were|is|are)\b)|\bM\b|\bdoes$|\bonly when$
`;
/** "with" ties a service to a code only after these verbs. */
export const WITH = /\bwith\b/;
export const TYING_WITH = regex()`
  \b(?:bill\w*|cod(?:e|es|ed|ing)|report\w*|submit\w*|charg\w*|claim\w*|captur\w*|document\w*|
  record\w*|
  deal\w*|associated|concern\w*|do|start\w*|begin\w*|goes|go|went|comes?|corresponds?|match\w*|
  describ\w*|identif\w+|denot\w+|represent\w*|mark\w*|label\w*|tag\w*|enter\w*|link\w*|equat\w*|
  identical|synonymous|list\w*|cover\w*|provid\w*|paid|pay|pays|put|tied|filed?|handl\w+|
  invoic\w*|
  log|logged|express\w*)(?: \w+){0,4} with\b
`;
/** The end of what ties a service to the code after it. */
export const BILLED_AS = regex()`
  \b(?:bill|cod|report|submit|charg|claim|captur|document|record|list|fil|enter|log|categoriz|
  classif|fall|goes|go|belong)\w*(?: \w+){0,2} (?:with|under|as|by|using|to|via|through|in|on|
  into)
  (?: the| cpt| code| a| an)*$
`;
/** What stands before the first of the two. */
export const LEFT_BLOCK = regex()`
  \b(?:after|before|following|during|besides?|in addition to|along with|alongside|unlike|than|
  prior to|together with|instead of|rather than|except|the when not|non|not for|
  as opposed to|apart from|other than)(?:[ -]?(?:the|a|an|any|some|their|your|his|her))?[ -]?$
`;
export const CODE_LEFT_BLOCK = regex()`
  \b(?:replac\w+|supersed\w+|(?:differs?|different|distinct|apart) from|compared (?:to|with)|
  vs\.?|
  versus|instead of|confuse|than|unlike|from|after|before|during)(?: the| a)?(?: code| codes)? $
`;
export const TIGHT = regex()`
  ^\)?(?: ?(?:[:=(>|]|-+>?|=+>) ?|,? ?(?:which )?(?:simply |really |actually |just )?
  (?:is|are|was|were|means?|stands? for|denotes?|describes?|covers?|represents?|
  refers to|includes?|reports?|for|identifies|equals?|has|is called|is known as|is used for|
  is for|
  is billed (?:as|with|under)|is reported (?:as|with|under)|is coded (?:as|with|under)?|
  is the code for|is a|uses)? ?)(?:the |a |an )*(?:code |codes |cpt )*$
`;
export const LIST_GAP = regex()`
  ^(?:,? ?(?:and|or|and/or|&|\+|/|plus)?,? ?|,? (?:including|such as|like|e\.g\.,?|i\.e\.,?|
  namely) | ?[:(;] ?| - | of (?:all )?)(?:the |a |an |other |various |also |even |some |both |
  then )*$
`;
export const PURPOSE_GAP = regex()`
  \b(?:to|for|that|which|aim\w*|improv\w*|increas\w*|restor\w*|promot\w*|build\w*|help\w*|
  develop\w*|target\w*|focus\w*|by|in|on|meant|designed|intended|using|with|via|until|when|if)\b
`;
