import type { ReactNode } from "react";
import { ErrorSummary } from "./ErrorSummary.tsx";
import type { Errors, Values } from "./Errors.ts";
import { FormContext } from "./FormContext.ts";
import { usePage } from "./PageContext.ts";
import { useFormKey } from "./useFormKey.ts";

type Props = Readonly<{
  action: string;
  errors?: Errors | undefined;
  /** What the fields show: what was typed, or what is known. Fields may also be given their own. */
  values?: Values | undefined;
  method?: "post" | "get";
  enctype?: "multipart/form-data" | undefined;
  /** Gives this form's fields addresses of their own; needed from the second form on a page. */
  id?: string;
  /** Keeps what is typed under this name until it is sent, in this tab only, cleared at sign-out. */
  draft?: string | undefined;
  /** The answer is a file or another site's page: not for Turbo. */
  plain?: boolean;
  children: ReactNode;
}>;

/** One form, one purpose, one column. Works without a script; errors come back as the same page, status 422. */
export function Form({ action, errors = {}, values = {}, method = "post", enctype, id = "veld", draft, plain = false, children }: Props) {
  const { csrfToken, comeBack } = usePage();
  const key = useFormKey();
  return (
    <FormContext value={{ id, errors, values }}>
      <form
        className="wieg-form"
        id={id}
        action={action}
        method={method}
        encType={enctype}
        noValidate
        data-draft={draft}
        data-once=""
        data-turbo={plain ? "false" : undefined}
      >
        <ErrorSummary form={id} errors={errors} />
        {method === "post" && (
          <>
            <input type="hidden" name="_csrf" value={csrfToken} />
            <input type="hidden" name="_key" value={key} />
            {comeBack && <input type="hidden" name="_back" value={comeBack} />}
          </>
        )}
        {children}
      </form>
    </FormContext>
  );
}
