import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { usePage } from "./PageContext.ts";
import { useFormKey } from "./useFormKey.ts";

type Props = Readonly<{
  action: string;
  /** The words on the button. */
  button: ReactNode;
  variant?: "primary" | "secondary" | "quiet";
  /** Values that go along. */
  hidden?: Readonly<Record<string, string | number>> | undefined;
  /** For what can't be undone: the consequences in full. The button then opens them, and a second one does it. */
  confirm?: ReactNode;
  /** The words on that second button; the same when left out. */
  confirmButton?: ReactNode;
  /** The answer is a file or another site's page: not for Turbo. */
  plain?: boolean;
  /** Tells apart buttons with the same words. */
  label?: string | undefined;
}>;

/** One press, one action: a form of one button. */
export function ActionForm({
  action,
  button,
  variant = "secondary",
  hidden = {},
  confirm,
  confirmButton = button,
  plain = false,
  label,
}: Props) {
  const { csrfToken } = usePage();
  const key = useFormKey();
  const form = (content: ReactNode) => (
    <form className="wieg-action" action={action} method="post" data-once="" data-turbo={plain ? "false" : undefined}>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <input type="hidden" name="_key" value={key} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {content}
    </form>
  );
  if (confirm === undefined)
    return form(
      <Button variant={variant} label={label}>
        {button}
      </Button>,
    );
  return (
    <details className="wieg-confirm">
      <summary className={`ams-button ams-button--${variant === "quiet" ? "tertiary" : variant}`} aria-label={label}>
        {button}
      </summary>
      <div className="wieg-confirm__panel">
        <div>{confirm}</div>
        {form(<Button>{confirmButton}</Button>)}
      </div>
    </details>
  );
}
