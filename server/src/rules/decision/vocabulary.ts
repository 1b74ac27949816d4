/** The words in which rationales conclude. Source: observed in letters, and the forms that grammar allows beside them. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Said of a treatment, these speak for it. */
export const FOR = set('necessary needed required appropriate indicated reasonable justified justifiable warranted supported supportable certifiable essential substantiated');
/** Said of a treatment, these speak against it. */
export const AGAINST = set('unnecessary inappropriate unwarranted unjustified unjustifiable unsupported unreasonable unsubstantiated contraindicated');
/** Said of papers too, these speak of no treatment. */
export const ASKED = set('needed required necessary appropriate essential');
export const PAPERS = set('information documentation clarification clarifications records record report reports evidence authorization certification note notes letter details data documents approval');
/** What is done with a request. */
export const GRANTED = set('certified approved authorized granted allowed accepted recommended endorsed');
export const REFUSED = set('denied rejected disapproved declined noncertified uncertified');
/** What is done with a denial. */
export const KEPT = set('stands upheld uphold upholds upholding affirm affirmed affirming sustain sustained sustaining');
export const TURNED = set('overturned overturn overturns overturning reversed reverse reverses reversing rescinded');

export const NEGATION = set(
  'not no cannot never neither nor without non unable hardly insufficient insufficiently inadequate inadequately fails fail failed failing failure lack lacks lacking lacked absent absence nothing none unlikely doubtful unclear',
);
/** Behind words in favor these take something back. */
export const LIMIT = set('exceed exceeds exceeding excessive excess beyond past only however but modified modify partial premature deny denying');
/** Finite verbs that may lead to a verdict. */
export const LINK = set('is are was were be been being am isn appears appear appeared seems seem remains remain does do did has have had can cannot could would should will shall may might must');
/** What may stand between a verb and its verdict. */
export const FILLER = set(
  'to as of a an at this that time both either neither also currently presently clearly further still again hereby thus therefore hence now yet deemed considered found determined judged felt believed thought seen shown proven proved established documented demonstrated viewed regarded rendered concluded recommended supported indicated certified approved medically medical clinically adequately sufficiently fully entirely truly and or nor , / considered reasonable necessary appropriate needed warranted justified absolutely definitely any strictly being here in my our opinion it likewise similarly indeed fact longer "',
);
/** Verbs that take the verdict as their complement: "I find the request medically necessary". */
export const FINDING = set('find finds finding deem deems deeming consider considers make makes making made render renders determine determined support supports recommend certify approve accept view regard believe conclude judge declare hold');

/** What follows "medical necessity". */
export const SHOWN = set('established supported demonstrated documented met evident shown proven proved present clear satisfied confirmed substantiated apparent found justified warranted verified validated clarified determined ascertained affirmed evidenced recognized agreed undisputed there exists');
export const UNSHOWN = set('lacking absent unclear questionable doubtful insufficient unsupported unsubstantiated unproven unestablished questioned missing doubt question dispute disputed denied undocumented wanting');
/** What leads to "medical necessity". */
export const SHOWING = set('establish establishes established establishing support supports supported supporting demonstrate demonstrates demonstrated document documents documented substantiate substantiates show shows shown meet meets met satisfy satisfies confirm confirms justify justifies prove proves verify have has had find found indicate indicates validate');

/** A new clause begins behind a comma with one of these. */
export const CLAUSE = set('the this these those said i we it medical request requests requested therefore thus hence so however but yet accordingly consequently then as neither none');
/** These part clauses wherever they stand. */
export const THEREFORE = set('therefore thus hence accordingly consequently however but ; :');
/** A sentence that begins with one of these has its main clause behind the comma. */
export const SUBORDINATE = set('given as since because based although though while with in due for after per without despite pursuant considering under from on by until at following despite unlike according');
export const REASON = set('as since because given');
export const CONDITION = set('if when unless whether once should were provided whenever');

/** Somebody else's word: a guideline, the treating doctor, utilization review. */
export const REPORTING = set(
  'state states stated says said note notes noted indicates suggest suggests recommends opined opines argue argues argued feels believes believed asserts asserted maintains contends contended claims reports reported specify specifies considers defines wrote writes requires allows requesting explained explains advises advised concluded',
);
export const SPEAKER = set(
  'guideline guidelines mtus odg acoem criteria literature studies study policy policies insurers insurer medicare cms aetna cigna provider physician doctor dr surgeon utilization ur administrator reviewer records report note schedule he she they applicant patient attorney employee worker claimant',
);

/** What utilization review gives or refuses. */
export const CERTIFICATION = set('certification authorization approval noncertification denial');

/** Said of a denial only. */
export const RIGHT = set('correct proper valid sound maintained');
export const WRONG = set('incorrect improper invalid erroneous error');

/** A decision of the claims administrator. */
export const DENIAL = set('denial denials noncertification noncertifications decision decisions determination determinations nonauthorization');
export const REVIEW = set('ur utilization review prior previous adverse claims administrator administrator\'s original initial denial ur\'s insurer carrier determination decision reviewer non noncertification');

/** Words that name the request without its name. */
export const REQUEST = set('request requests requested proposed disputed ancillary');
/** Care that is offered instead, or beside. */
export const OTHER_CARE = set('wean weaning weaned taper tapering tapered titration detoxification modified modification alternative alternatives instead partial partially partly reduced lesser');
/** Part of a request. */
export const PART = set('remaining remainder rest partial partially partly modified modification part portion balance instead only');

export const HISTORY = set('previously already recently initially originally earlier prior');
export const PAST = set('was were been had did');
export const MAYBE = set('may might could');
