package dev.baton.delegates.http;

/** How {@link CheckHttp} asks. */
enum CheckMethod {
    GET,
    HEAD
}
