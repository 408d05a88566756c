/** A person or organisation within one press: telephone and e-mail [004: "vast aanspreekpunt"]. */
export function Reach({ phone, email }: Readonly<{ phone: string | null; email: string | null }>) {
  return (
    <>
      {phone !== null && <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>}
      {phone !== null && email !== null && " · "}
      {email !== null && (
        <a href={`mailto:${email}`} title={email} aria-label={`e-mail aan ${email}`}>
          e-mail
        </a>
      )}
      {phone === null && email === null && "geen telefoon of e-mail bekend"}
    </>
  );
}
