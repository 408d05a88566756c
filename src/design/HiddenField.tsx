type Props = Readonly<{ name: string; value: string | number }>;

/** A value that travels with the form. Never trusted: the server checks it again. */
export function HiddenField({ name, value }: Props) {
  return <input type="hidden" name={name} value={value} />;
}
