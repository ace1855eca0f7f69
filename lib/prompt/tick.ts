/** The message that wakes an autonomous agent; `time` is the user's local time, as `08:15:00`. */
export const tickMessage = (time: string): string => `<tick>${time}</tick>`;
