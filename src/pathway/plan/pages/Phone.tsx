/** A number to press; who has none says so. */
export function Phone({ phone }: { phone: string | null }) {
  return phone ? <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a> : <>geen telefoonnummer bekend</>;
}
