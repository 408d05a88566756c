export const Button = (words: { children: string }) => <button type="submit">{words.children}</button>;
