#include "base/collation.hpp"

#include <boost/locale.hpp>

namespace base {

std::string collation_key(std::string_view text) {
    static const std::locale swedish = boost::locale::generator()("sv_SE.UTF-8");
    using Collator = boost::locale::collator<char>;
    const auto& order = std::use_facet<Collator>(swedish);
    return order.transform(boost::locale::collate_level::secondary, text.data(), text.data() + text.size());
}

}  // namespace base
