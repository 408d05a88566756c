import { useId } from "react";
import { usePage } from "./PageContext.ts";
import { useWords } from "./useWords.ts";

type Props = Readonly<{
  label: string;
  done: number;
  total: number;
  /** In words, such as "4.200 van 10.000 regels". */
  text: string;
  /** True while it runs: the page then renews itself every few seconds, or by a link without a script. */
  running?: boolean;
}>;

/** Long work that can be left alone. */
export function ProgressBar({ label, done, total, text, running = done < total }: Props) {
  const words = useWords();
  const { path } = usePage();
  const id = useId();
  return (
    <div className="wieg-progress" data-refresh={running ? 2 : undefined}>
      <label htmlFor={id}>{label}</label>
      <progress id={id} max={Math.max(total, 1)} value={done}>
        {text}
      </progress>
      <p className="wieg-progress__text">
        <output>{text}</output>
        {running && (
          <>
            {" "}
            <a href={path}>{words.refresh}</a>
          </>
        )}
      </p>
    </div>
  );
}
