/** Lets what waits meanwhile come first: acknowledgements are given by the same thread. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
