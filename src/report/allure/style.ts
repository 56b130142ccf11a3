/**
 * What a reader needs first stands first: after the error the sentences with their evidence, then description and labels; and
 * every requirement id is shown whole. The page is made by the library; its test ids are what we can hold on to.
 */
const style = `
div:has(> [data-testid="test-result-description"]) { display: flex; flex-direction: column; }
div:has(> [data-testid="test-result-description"]) > div:has([data-testid="test-result-steps-root"]) { order: 1; }
div:has(> [data-testid="test-result-description"]) > [data-testid="test-result-description"] { order: 2; }
div:has(> [data-testid="test-result-description"]) > div:has(> * [data-testid="metadata-item"]) { order: 3; }
[data-testid="test-result-steps-root"] iframe { min-height: 34rem; }
[data-testid="metadata-item"] div { flex-wrap: wrap; overflow: visible; }
[data-testid="metadata-item"] button, [data-testid="metadata-item"] [class*="value"] { flex-shrink: 0; max-width: 100%; }
`;

/** Adds our style to a generated page. */
export function withStyle(html: string): string {
  return html.replace('</head>', () => `<style>${style}</style></head>`);
}
