const SECTION = /(\d{4,5}(?:\.\d{1,3}){0,3})/;

/**
 * The address of the official text of a section of law as written (`8 CCR
 * 9792.21`, `Labor Code section 4610.5`); `null` where no section is named.
 * Regulations of title 8 stand one section to a page at dir.ca.gov, statutes
 * at leginfo.legislature.ca.gov (both seen). Nothing is fetched.
 */
export function officialText(written: string): string | null {
  const section = SECTION.exec(written.replace(/\s+/g, ''))?.[1];
  if (section === undefined) return null;
  return /code(?!\s*of\s*reg)/i.test(written)
    ? `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=${section}.`
    : `https://www.dir.ca.gov/t8/${section.replaceAll('.', '_')}.html`;
}
