/** The words that tie a phrase to a code before it (forward) or after it (backward). */
import { regex } from "../regex.js";

const ADVERBS = regex()`
  (?:code |codes |procedure |that |which |it |generally |typically |usually |commonly |often |
  normally |specifically |mainly |mostly |primarily |always |also |only |simply |actually |
  basically |can |may |might |should |must |will |would |could |shall |has |have |had |been |be |
  best |correctly |properly |currently |routinely |accurately |in general |frequently |then |
  officially |now |and |to be )*
`;
export const FORWARD_LINKS = regex()`
  ^(?:$| ?(?:[:=|]|-+|-*>|=+>|\()(?: ?(?:the|a|an|for|i\.e\.,?|the code for|code for|is|used for|
  skilled|billed as|aka))?$|,(?: (?:the|a|an|our))?$|[ ,]*(?:(?:and its |its |'s )?(?:description|
  service|definition|procedure|name|meaning|what it is|purpose)) ?(?:[:=-]|is)+(?: the| a| an)?$|
  , (?:\w+ ){1,5}(?:paid|reimbursed) for(?: the| your| their)?$|, (?:\w+ ){1,4}
  (?:accurately |correctly |properly )?(?:document|bill|record|report|code)(?: and \w+)?(?: for)?
  (?: \w+){0,3}$|(?: ?[:,-])? ?${ADVERBS}(?:is|are|was|were|isn't|aren't|wasn't|any ?time|
  every time|each time|mean(?:s|ing)?|stands? for|refers? to|denotes?|describe[sd]?|
  cover(?:s|ing)?|represent(?:s|ing)?|includes?|including|encompass\w*|involves?|comprises?|
  consists? of|identif\w+|reports?|captures?|pertains? to|relates? to|applies to|apply to|applied|
  designates?|designated|indicates?|corresponds? to|for|as|used|uses?|billed|bills?|reported|coded|
  submitted|charged|appropriate|suitable|intended|reserved|assigned|when|whenever|where|if|known|
  called|named|titled|labell?ed|allows?|enables?|lets|provided|provides|addresses|focus\w*|
  facilitat\w+|counts? as|aimed to|aims to|serves|ensures that|goes|chosen|selected|defined|
  to (?:bill|document|report|record|code|cover|capture|describe|verify|claim|charge|represent|
  identify))(?: .*)?$)
`;
export const FORWARD_STOPS = regex()`
  \b(?:before|after|prior to|following|followed by|alongside|along with|together|combined|
  combination|in addition to|addition|plus|besides?|than|unlike|versus|vs|compared|except|without|
  instead|rather|unless|until|against|separate\w*|separately|distinct|different\w*|differ\w*|
  adjunct\w*|complement\w*|prepar\w+|ready|readies|so that|because|since|(?:more |further )?
  (?:information|details|guidance|questions|help)|next to|bundl\w+|column|edits?|pairs?|confus\w+|
  precursor|warm\w*|easier|denied|conflict\w*|similar|resembl\w+|like a|shares?|outside|replac\w+|
  same (?:day|visit|date|time|session)|when paired|paired|as well as|do not|more often|less often|
  apart|between)\b|\bafter$|\bwith$|\bwith (?:the|a|an|other|some)$|\band (?:then )?(?:the|a)?$
`;
export const BACKWARD_LINKS = regex()`
  ^(?:$| ?(?:\(|[:=|]|-+|-?>|=>)(?: ?(?:the|use|see|code|bill|report|=))?$|
  ,$| (?:cpt |billing |procedure |hcpcs )*codes?(?: is|:|,| \(| =|, which is)?(?: cpt| code)?$|.*\b
  (?:bill\w*|cod(?:e|es|ed|ing)|report\w*|charg\w*|submit\w*|claim(?:ed)?|captur\w*|document\w*|
  record\w*|cover\w*|list\w*|includ\w*|represent\w*|describ\w*|classif\w+|categori\w+|enter\w*|
  assign\w*|known|label\w*|designat\w*|defin\w*|called|referred|coded for|put|found|filed|goes|go|
  falls?|belongs?|counts?|part|use[sd]?|identified|performed|furnished)(?: (?:it|this|that|them|
  these|those|both|the service|the time|separately|properly|correctly|accurately|only|
  primarily))* (?:with|under|as|by|using|through|via|in|to|of|within|on|towards?)
  (?: the| a| an| our| your| its)*
  (?: cpt| code| codes| number| billing code| procedure code| heading)*(?: of)?$|.*(?:^| |,)(?:
  uses?|bills?|reports?|codes?|submits?|apply|applies|choose|select|enter|pick|
  charge|charges|assigns?|wants?|is|are|was|means|equals|has|have|gets|get|takes|use of|
  had better use|as|under|via|using|coded|billed|reported|has the code|have the code|is code|called|
  named|assigned|given|allotted)(?: the| a| our| your)*
  (?: cpt| code| codes| number| billing code| procedure code| separately)*$)
`;
export const BACKWARD_STOPS = regex()`
  \b(?:before|after|prior to|alongside|along with|in addition to|besides?|than|unlike|versus|vs|
  compared|except|without|instead|rather|unless|until|separate codes?|different code|another code|
  together|combined|plus|column|edits?|pairs?|so that|because|since|followed|
  same (?:day|visit|date|time|session)|does|do|did|and then|differ\w*|confus\w+|similar|precede\w*|
  follow\w*|next to|less|more often)\b|\band(?: \w+)?$|^ and (?!\w+ (?:was|were|is|are)\b)
`;
export const BACKWARD_LEFT_STOPS = regex()`
  \b(?:after|before|following|besides|in addition to|along with|alongside|unlike|than|prior to|
  together with|instead of|beside|except|besides the|when not)(?: (?:the|a|an|any|some))?$
`;
export const CODE_LEFT_STOPS = regex()`
  \b(?:replac\w+|supersed\w+|(?:differs?|different|distinct|apart) from|compared (?:to|with)|vs\.?|
  versus|instead|confuse)(?: the| a)?(?: code| codes)? $
`;
export const RIGHT_CODE = regex()`
  ^ (?:is|would be|should be|will be) (?:the (?:right |correct |proper |best |appropriate |
  billable |applicable )?(?:code|choice|one|answer)|right|correct|used|billed|reported|submitted|
  charged|appropriate|what you|your code)\b
`;
export const BILL_FOR_IT = regex()`
  \b(?:bill\w*|cod(?:e|es|ed)|report\w*|charg\w*|submit\w*|enter\w*|put)\b(?: \w+){0,5}$
`;
export const FOR_IT = regex()`
  ^ (?:for|to (?:bill|report|cover)) (?:it|this|that|them|these|those|the session|the time|the work|
  the service)\b
`;
export const LIST_GAP = regex()`
  ^(?:,? ?(?:and|or|and/or|&|\+|/|plus)?,? ?|,? (?:including|such as|like|e\.g\.,?|i\.e\.,?|
  namely) | ?[:(] ?| - | of (?:all )?)(?:the |a |an |other |various |also |even |some |both |
  then )*$
`;
export const PURPOSE_GAP = regex()`
  ^[^.;()]*\b(?:to|for|that|which|aim\w*|improv\w*|increas\w*|restor\w*|promot\w*|build\w*|
  develop\w*|target\w*|focus\w*|of|by|in|on|meant|designed|intended|using|with|via)\b[^.;()]*$
`;
export const COUNT_BACKWARD = regex()`
  ^(?: ?(?:cpt|therapy|pt|ot|physical|common|treatment|modalities|modality|codes?|services?|
  procedures?|evaluations?|ones))*(?: that you| we)? ?(?:includes?|including|such as|like|
  are|is|:|-|\(|e\.g\.,?)(?: for example| the| only)?$|^$
`;
