// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "tests/support/databases.hpp"

/// Certificates made while a test runs, by the `openssl` program: the same way an administrator gets his.
namespace aroeira::test {

class Pki {
public:
    /// An authority that signs the others.
    explicit Pki(const std::string& name = "Autoridade de teste") {
        run("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj '/CN=" + name + "' -keyout ca.key -out ca.crt");
    }
    /// A client's: `name`.crt and `name`.key. `from` and `until` as 20260101000000Z; "" for now and for 30 days.
    void issue(const std::string& name, const std::string& from = "", const std::string& until = "") {
        run("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj '/O=Aroeira/CN=" + name + "' -keyout " + name + ".key -out " + name + ".csr");
        if (from.empty()) {
            run("x509 -req -in " + name + ".csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -out " + name + ".crt");
            return;
        }
        // Only `openssl ca` takes the dates.
        std::ofstream(path("ca.cnf")) << "[ca]\ndefault_ca=d\n[d]\ndatabase=" << path("index.txt") << "\nserial=" << path("serial")
                                      << "\nnew_certs_dir=" << folder_.file(".") << "\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\norganizationName=optional\n";
        std::ofstream(path("index.txt"), std::ios::app);
        std::ofstream(path("serial")) << "0" << ++serial_ << "\n";
        run("ca -batch -notext -config ca.cnf -in " + name + ".csr -cert ca.crt -keyfile ca.key -startdate " + from + " -enddate " + until + " -out " + name + ".crt");
    }
    /// `name`.pfx under a password; `old`: with the ciphers of before 2010.
    void bundle(const std::string& name, const std::string& password, bool old = false) {
        run("pkcs12 -export -in " + name + ".crt -inkey " + name + ".key -certfile ca.crt -passout pass:" + password + (old ? " -legacy" : "") + " -out " + name + ".pfx");
    }
    void run(const std::string& words) {
        const auto line = "cd '" + folder_.file(".") + "' && openssl " + words + " >/dev/null 2>&1";
        if (std::system(line.c_str()) != 0) throw std::runtime_error("openssl " + words);
    }
    [[nodiscard]] std::string path(const std::string& name) const { return folder_.file(name); }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ostringstream out;
        out << std::ifstream(path(name), std::ios::binary).rdbuf();
        return out.str();
    }

private:
    TemporaryFolder folder_;
    int serial_ = 0;
};

}  // namespace aroeira::test
