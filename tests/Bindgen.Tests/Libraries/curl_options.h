/* curl_easy_setopt is variadic, which C# cannot call: the argument lists that the test uses, as bindgen's warning advises. */
#include <curl/curl.h>

CURLcode set_text(CURL *handle, CURLoption option, const char *value);
CURLcode set_writer(CURL *handle, curl_write_callback writer);
