export function startTestEndpoint(): Promise<{origin: string; stop: () => Promise<void>}>;
