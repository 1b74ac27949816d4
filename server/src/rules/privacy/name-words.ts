/** A word of a person's name: `Doe`, `O'Hara`, `McKee`, `Lee-Roe`. For use inside a pattern with the flag `u`. */
export const NAME_WORD = "\\p{Lu}[\\p{L}'’]{1,24}(?:[-‐]\\p{Lu}[\\p{L}'’]{1,24})?";

/** How sentences begin, short forms, and what letters are addressed to: these name nobody behind “Mr.” either. */
const NOBODY = new Set(
  (
    'the he she it they his her their this that these those there here we you i on in at an a is was has had as by for from to per with without of and or but not no if when while since after before during under upon due therefore however thus also although because given based additionally furthermore moreover overall regarding please thank yes none unknown male female ' +
    'mr mrs ms miss sir sirs madam maam madame gentlemen ladies doctor dr colleague colleagues reviewer reviewers expert experts all parties party team staff everyone friend members member concerned whom editor counsel counselor director directors administrator administrators adjuster adjusters examiner examiners provider providers physician physicians attorney attorneys applicant applicants patient patients claimant claimants employee employees employer employers worker workers injured customer client insured requesting treating primary ' +
    'mri ct emg ncv ncs imr utilization mtus acoem odg rfa doi dob dos ssn mrn redacted withheld confidential contin sulfate'
  ).split(' '),
);

/** What stands on the lines of a letter's head and behind `RE:`, what is asked for, and where in the body: these may be names behind “Mr.” only. */
const THINGS = new Set(
  (
    'claim claims case number no date name dob doi dos ssn mrn id address phone fax email carrier insurer insurance policy subject request requests requested requestor authorization approval appeal appeals denial denied dispute disputed item items service services treatment decision determination notice independent medical review imr utilization ur rfa final upheld overturned modified certified report reports record records letter application received assigned injury industrial work compensation workers division maximus federal inc llc department state california hospital clinic center centre group associates insurance company fund guideline guidelines mtus acoem odg section page chapter edition not applicable redacted withheld confidential pending see above below same continued medication medications ' +
    'physical occupational chiropractic aquatic massage manual therapy therapies acupuncture surgery surgical surgeon fusion decompression discectomy laminectomy arthroscopy arthroscopic repair replacement injection injections steroid epidural facet block blocks nerve branch trigger point radiofrequency ablation mri ct emg ncv ncs xray x-ray ultrasound scan imaging studies study test testing screen screening urine drug toxicology evaluation consultation consult follow visit visits program functional restoration capacity home health care equipment durable brace orthosis support unit tens interferential stimulator stimulation spinal cord pump wheelchair walker cane bed mattress gym membership transportation tablets tablet capsules cream gel patch patches compound topical opioid opioids ' +
    'cervical thoracic lumbar lumbosacral spine spinal neck back low upper lower shoulder shoulders elbow elbows wrist wrists hand hands finger fingers thumb hip hips knee knees ankle ankles foot feet toe leg legs arm arms head chest joint joints left right bilateral pain chronic post pre operative postoperative preoperative retrospective prospective'
  ).split(' '),
);

/** Words with a capital that name nobody wherever they stand. Compared without case. */
export function namesNobody(word: string): boolean {
  return NOBODY.has(word.toLowerCase()) || /^X{2,}$/i.test(word);
}

/** Words with a capital that name a thing where no title stands before them. */
export function namesThing(word: string): boolean {
  return namesNobody(word) || THINGS.has(word.toLowerCase());
}
