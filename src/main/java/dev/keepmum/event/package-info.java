/**
 * Hook events and replies as the client's protocol has them: reading one JSON object from a stream
 * within limits, and writing the answer. What the answer is comes from {@code policy}.
 */
package dev.keepmum.event;
