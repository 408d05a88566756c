import { useId } from "react";

/** Digits on the phone's own number keys; not shown, not offered to be remembered. */
export function PinField({
  label,
  value,
  onChange,
  error,
  focused = false,
}: Readonly<{ label: string; value: string; onChange: (pin: string) => void; error?: string | undefined; focused?: boolean }>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {error !== undefined && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        id={id}
        className="pin"
        type="password"
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete="off"
        maxLength={12}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        ref={(input) => {
          if (focused && input && document.activeElement === document.body) input.focus();
        }}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, ""))}
      />
    </div>
  );
}
