// Days and moments as everywhere else in the product: 2026-03-10, 2026-03-10 09:30, by the clock of Shanghai.
const ZONE = { timeZone: 'Asia/Shanghai' };

// Sweden writes dates as ISO does.
export const moment = (instant) => new Date(instant).toLocaleString('sv-SE', { ...ZONE, dateStyle: 'short', timeStyle: 'short' });

// The end of a day is the start of the next one; people mean the day.
export const dayEnding = (instant) => new Date(new Date(instant).getTime() - 1).toLocaleDateString('sv-SE', ZONE);
