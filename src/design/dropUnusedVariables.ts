/** Leaves out the declarations of variables that nothing in the same style uses, until none is left to drop. */
export function dropUnusedVariables(css: string): string {
  const used = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
  const leaner = css.replace(/(--(?:ams|wieg)-[\w-]+)\s*:\s*((?:[^;{}"]|"[^"]*")*)(;|(?=\}))/g, (declaration, name: string) =>
    used.has(name) ? declaration : "",
  );
  return leaner === css ? css : dropUnusedVariables(leaner);
}

/** The variables a style uses without a value to fall back on and without declaring them: each is a hole in the theme. */
export function undefinedVariables(css: string): readonly string[] {
  const declared = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const used = [...css.matchAll(/var\(\s*(--[\w-]+)\s*\)/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  return [...new Set(used)].filter((name) => !declared.has(name)).toSorted();
}
