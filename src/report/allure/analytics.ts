/** Takes the analytics out of a generated page: allure's own page asks googletagmanager.com for a script. */
export function withoutAnalytics(html: string): string {
  return html
    .replace(/<script\b[^>]*googletagmanager[^>]*>\s*<\/script>/g, '')
    .replace(/<script>\s*window\.dataLayer[\s\S]*?<\/script>/g, '');
}
